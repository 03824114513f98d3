// zh: 按轮次看交易：每一轮有哪些公司、谁投、金额和日期
// en: Deals by round: which companies, whose money, how much and when
// param: industry Entity null only companies active in it; all if none is given
// column: round as the reports write it
// column: deals how many
// column: companies which, with date and amount where they are told
// column: investors who takes part most often, at most five
// column: first the earliest date, as written
// column: latest the last
// column: reports how many reports tell of them
// example: kg query deals-by-round -p industry=人形机器人
MATCH (d:Deal)-[:ABOUT]->(c:Entity)
WHERE d.modality <> 'denied' AND ($industry IS NULL
  OR EXISTS { MATCH (c)-[:ACTIVE_IN]->(i:Entity) WHERE $industry IN i.names })
WITH coalesce(d.round, '') AS round, d, c
ORDER BY coalesce(d.date, ''), c.name, c.id, d.id
WITH round, count(d) AS deals, collect(d.id) AS ids,
  collect(c.name + coalesce(' ' + d.date, '') + coalesce(' ' + d.amount, '')) AS companies,
  min(d.date) AS first, max(d.date) AS latest,
  reduce(all = [], x IN collect(d.reports) | all + [y IN x WHERE NOT y IN all]) AS reports
OPTIONAL MATCH (e:Deal)-[:INVESTED_BY]->(i:Entity)
WHERE e.id IN ids
WITH round, deals, companies, first, latest, reports, i, count(e) AS times
ORDER BY times DESC, i.name, i.id
WITH round, deals, companies, first, latest, reports, collect(i.name)[..5] AS investors
RETURN round, deals, companies, investors, first, latest, size(reports) AS reports
ORDER BY deals DESC, round
