// zh: 到期的预测：预测期已过，对照后来报告的数字
// en: Forecasts that have come due, beside what was reported for the same year
// param: day date null the day on which to look; today if none is given
// param: subject Entity null what was predicted; everything if none is given
// column: subject what was predicted
// column: metric which figure of it
// column: region where
// column: period of the forecast, as written
// column: ended the last day of that period
// column: sources who predicted it
// column: predicted the middle of the prediction, in base units where they could be worked out
// column: reported what was reported for that year, the median of several
// column: unit of both
// column: off how far the prediction lay above what was reported, in percent
// column: sentence the sentence that predicts
// example: kg query forecasts-due -p day=2026-12-31
MATCH (f:Forecast)-[:ABOUT]->(s:Entity)
WHERE f.periodEnd < coalesce($day, toString(date())) AND f.modality <> 'denied'
  AND ($subject IS NULL OR $subject IN s.names)
WITH s, f, coalesce(f.baseUnit, f.unit, '') AS unit,
  (coalesce(f.baseLow, f.valueLow) + coalesce(f.baseHigh, f.valueHigh)) / 2.0 AS predicted
OPTIONAL MATCH (o:Observation)-[:ABOUT]->(s)
WHERE o.metric = f.metric AND o.year = f.year AND coalesce(o.region, '') = coalesce(f.region, '')
  AND coalesce(o.baseUnit, o.unit, '') = unit AND o.modality <> 'denied'
WITH s, f, unit, predicted,
  (coalesce(o.baseLow, o.valueLow) + coalesce(o.baseHigh, o.valueHigh)) / 2.0 AS value
ORDER BY value
WITH s, f, unit, predicted, collect(value) AS observed
WITH s, f, unit, predicted, observed[size(observed) / 2] AS reported
RETURN s.name AS subject, f.metric AS metric, f.region AS region, f.period AS period,
  f.periodEnd AS ended, coalesce(f.sources, []) AS sources, predicted, reported, unit,
  CASE WHEN reported > 0 THEN round((predicted / reported - 1) * 100, 1) END AS off,
  f.quotes[0] AS sentence
ORDER BY ended, subject, s.id, metric, coalesce(region, ''), predicted, f.id
