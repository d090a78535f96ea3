-- Acts, each with 1 where it starts a turn: the first act of its direction, tie and channel, or
-- one that comes later than the gap after the act before it, whatever the other does between.
-- starts_counted and starts_watched are 1 where the counted and the watched part of one begins.
SELECT a.*,
    CASE WHEN a.us - a.before_us < t.gap_us THEN 0 ELSE 1 END AS starts,
    CASE WHEN NOT a.counted OR (a.us - a.before_us < t.gap_us AND a.before_counted)
        THEN 0 ELSE 1 END AS starts_counted,
    CASE WHEN NOT a.watched OR (a.us - a.before_us < t.gap_us AND a.before_watched)
        THEN 0 ELSE 1 END AS starts_watched
FROM act AS a CROSS JOIN threshold AS t
