-- Fans' messages by all that is counted of them: one row for those that are alike in it.
SELECT state, reason, by_link, by_team, acknowledged, marks, whom,
    CASE WHEN words < 4 THEN 1 WHEN words < 16 THEN 4 WHEN words >= 16 THEN 16 END AS words,
    count(*) AS messages
FROM state GROUP BY ALL
