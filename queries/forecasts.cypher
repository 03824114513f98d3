// zh: 预测并列：同一对象、指标、地区、年份，各机构怎么说，相差多少
// en: Forecasts side by side: who predicts what for the same thing, region and year, and the spread
// param: subject Entity null what is predicted; everything if none is given
// param: least integer 1 how many different forecasts there must be for a row
// column: subject what is predicted
// column: metric which figure of it
// column: region where
// column: year the last year of the period, where it tells one
// column: period as written
// column: forecasts who predicts how much, lowest first
// column: low the lowest, in base units where they could be worked out
// column: high the highest
// column: unit of both
// column: spread how far the highest of several lies above the lowest, in percent
// column: files the reports they stand in
// example: kg query forecasts -p least=2
MATCH (f:Forecast)-[:ABOUT]->(s:Entity)
WHERE f.modality <> 'denied' AND ($subject IS NULL OR $subject IN s.names)
WITH s, f, coalesce(f.baseLow, f.valueLow) AS low, coalesce(f.baseHigh, f.valueHigh) AS high,
  coalesce(f.baseUnit, f.unit, '') AS unit,
  coalesce(head(f.sources), '?') + ': ' + toString(f.valueLow)
    + CASE WHEN f.valueHigh <> f.valueLow THEN '-' + toString(f.valueHigh) ELSE '' END
    + ' ' + coalesce(f.unit, '') AS said
ORDER BY low, high, said, f.id
WITH s, f.metric AS metric, coalesce(f.region, '') AS region, coalesce(f.period, '') AS period,
  f.year AS year, unit, collect(said) AS forecasts, min(low) AS low, max(high) AS high,
  reduce(all = [], x IN collect(f.files) | all + [y IN x WHERE NOT y IN all]) AS files
WHERE size(forecasts) >= $least
RETURN s.name AS subject, metric, region, year, period, forecasts, low, high, unit,
  CASE WHEN size(forecasts) > 1 AND low > 0 THEN round((high / low - 1) * 100, 1) END AS spread, files
ORDER BY subject, s.id, metric, region, coalesce(year, 0), period, unit
