-- Fans' messages by all that is counted of them: one row for those that are alike in it. Of words
-- it has the least of three classes, from 1, 4 and 16 on; NULL where there are none.
SELECT state, reason, by_link, by_team, acknowledged, marks, whom,
    CASE WHEN words < 4 THEN 1 WHEN words < 16 THEN 4 WHEN words >= 16 THEN 16 END AS words,
    count(*) AS messages
FROM state GROUP BY ALL
