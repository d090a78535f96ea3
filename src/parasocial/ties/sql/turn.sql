-- Acts, each with 1 where it starts a turn: the first act of its direction, tie and channel, or
-- one that comes later than the gap after the act before it, whatever the other does between.
SELECT a.ego_id, a.alter_id, a.given, a.platform, a.channel, a.us, a.hidden, a.pi_low, a.pi_high,
    a.counted,
    CASE WHEN a.us - lag(a.us) OVER (
        PARTITION BY a.ego_id, a.alter_id, a.platform, a.channel, a.given, a.counted ORDER BY a.us
    ) < t.gap_us THEN 0 ELSE 1 END AS starts
FROM act AS a CROSS JOIN threshold AS t
