/** The own points: balance, grade, entries and rules. */
import { useQuery } from "@tanstack/react-query";
import { useListParams } from "@/api/useListParams";
import { Loaded } from "@/ui/States";
import { EntryList, entrySearch } from "./EntryList";
import { ownEntriesQuery, statementQuery } from "./queries";
import { Balance, CurrentRules, GradeCard } from "./StatementSummary";

type Props = {
  orderPath?: (id: string) => string;
};

export function OwnStatement({ orderPath }: Props) {
  const list = useListParams();
  const query = useQuery(statementQuery);
  const entries = useQuery(ownEntriesQuery(entrySearch(list)));
  const trend = useQuery(ownEntriesQuery({ page: 1, size: 100 }));
  return (
    <Loaded query={query} rows={8}>
      {(statement) => (
        <div className="stack">
          <Balance statement={statement} trend={trend} />
          <GradeCard statement={statement} />
          <EntryList
            query={entries}
            list={list}
            events={statement.rules.map((rule) => rule.event)}
            orderPath={orderPath}
          />
          <CurrentRules statement={statement} />
        </div>
      )}
    </Loaded>
  );
}
