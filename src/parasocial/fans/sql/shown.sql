-- What each log in each file can show, and its room, by numbers. What a file says of one room in
-- several places is taken together: a flag that limits holds if it holds anywhere.
SELECT CAST(row_number() OVER (ORDER BY l.source_no, l.file_no, l.group_id) AS UINTEGER) AS log_no,
    CAST(dense_rank() OVER (ORDER BY s.platform, l.group_id) AS UINTEGER) AS room_no,
    l.source_no, l.file_no, s.platform, l.group_id AS room,
    bool_and(l.links) AS links, bool_and(l.exact) AS exact, bool_or(l.spoken) AS spoken,
    NOT bool_or(coalesce(NOT l.whole, FALSE) OR p.source_no IS NOT NULL) AS whole,
    bool_or(coalesce(l.whole, FALSE)) AS told_whole,
    CASE WHEN bool_or(l.step_us IS NULL) THEN NULL ELSE max(l.step_us) END AS step_us,
    coalesce(CAST(sum(l.removed) AS BIGINT), 0) AS removed
FROM log AS l JOIN source AS s ON s.source_no = l.source_no
LEFT JOIN partial AS p ON p.source_no = l.source_no
GROUP BY l.source_no, l.file_no, s.platform, l.group_id
