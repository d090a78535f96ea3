-- Fans' messages with words by powers of two of their number among their author's: one row for
-- every fan and power, with sums of x = log2 of the number and y = 1 where a message is close.
SELECT who, CAST(floor(x + 0.000001) AS UTINYINT) AS stage, count(*) AS messages,
    count(*) FILTER (WHERE whom = 'creator') AS addressed, count(*) FILTER (WHERE close) AS close,
    count(words) AS worded, sum(words) AS words,
    sum(x) AS x, sum(x * x) AS xx, sum(x) FILTER (WHERE close) AS xy
FROM (SELECT *, ln(number) / ln(2.0) AS x FROM numbered WHERE close IS NOT NULL)
GROUP BY 1, 2
