/** One filter as a row of buttons (kept in the URL by the page), optionally with counts. */

type Tab = { value: string | undefined; label: string; count?: number };

type Props = {
  label: string;
  tabs: Tab[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

export function FilterTabs({ label, tabs, value, onChange }: Props) {
  return (
    <fieldset className="filter-tabs">
      <legend className="visually-hidden">{label}</legend>
      {tabs.map((tab) => (
        <button
          key={tab.label}
          type="button"
          aria-pressed={tab.value === value}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count !== undefined && <span className="filter-count">{tab.count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
