/** The library that draws, with what of it is used here; loaded when the first chart comes into sight. */
import { BarChart, FunnelChart, GraphChart, LineChart, RadarChart, ScatterChart } from "echarts/charts";
import { GridComponent, RadarComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { barsOption } from "./kinds/bars";
import { funnelOption } from "./kinds/funnel";
import { graphOption } from "./kinds/graph";
import { lineOption } from "./kinds/line";
import type { ChartOption } from "./kinds/option";
import { quadrantOption } from "./kinds/quadrant";
import { radarOption } from "./kinds/radar";
import type { Look } from "./look";
import type { Picture } from "./types";

use([
  BarChart,
  FunnelChart,
  GraphChart,
  LineChart,
  RadarChart,
  ScatterChart,
  GridComponent,
  RadarComponent,
  TooltipComponent,
  CanvasRenderer,
]);

function optionOf(picture: Picture, look: Look): ChartOption {
  switch (picture.kind) {
    case "radar":
      return radarOption(picture, look);
    case "bars":
      return barsOption(picture, look);
    case "line":
      return lineOption(picture, look);
    case "funnel":
      return funnelOption(picture, look);
    case "quadrant":
      return quadrantOption(picture, look);
    case "graph":
      return graphOption(picture, look);
  }
}

export type Drawing = {
  /** Draws anew, in the size that the place has now. */
  paint: (picture: Picture, look: Look) => void;
  /** Gives back everything that the library holds. */
  end: () => void;
};

export function openDrawing(host: HTMLElement): Drawing {
  const chart = init(host);
  return {
    paint: (picture, look) => {
      chart.resize();
      chart.setOption(optionOf(picture, look), { notMerge: true });
    },
    end: () => chart.dispose(),
  };
}
