-- Attention, each with 1 where it starts a session, and where the part of one begins in which a
-- return could have been seen.
SELECT w.*,
    CASE WHEN w.us - w.before_us < t.gap_us THEN 0 ELSE 1 END AS starts,
    CASE WHEN NOT w.counted OR (w.us - w.before_us < t.gap_us AND w.before_counted)
        THEN 0 ELSE 1 END AS starts_counted
FROM attention AS w CROSS JOIN threshold AS t
