-- Toward how many each account had acted before each time, how many had acted toward it, and how
-- many of those it had answered.
SELECT nth, who, count(*) FILTER (WHERE gave) AS out_n, count(*) FILTER (WHERE got) AS in_n,
    count(*) FILTER (WHERE gave AND got) AS both_n
FROM (
    SELECT nth, a AS who, there > 0 AS gave, back > 0 AS got FROM pair_at
    UNION ALL
    SELECT nth, b, back > 0, there > 0 FROM pair_at
) AS s
GROUP BY nth, who
