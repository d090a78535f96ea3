-- Everybody in each log that they wrote in: how much, and from when to when.
SELECT log_no, who, role, count(*) AS messages, count(words) AS worded,
    CAST(coalesce(sum(words), 0) AS BIGINT) AS words, min(us) AS first_us, max(us) AS last_us
FROM message GROUP BY log_no, who, role
