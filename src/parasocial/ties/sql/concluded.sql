-- What the evidence allows to be said: by acts first, then by attention, else why not.
SELECT b.*,
    CASE WHEN b.x + b.y > 0 AND b.share_low > t.tau THEN 'out'
        WHEN b.x + b.y > 0 AND b.share_high < 1 - t.tau THEN 'inbound'
        WHEN b.x + b.y > 0 AND b.share_low >= 1 - t.tau AND b.share_high <= t.tau THEN 'reciprocal'
        ELSE NULL END AS by_acts,
    b.beyond_reach AND NOT b.reopened AND b.kind IN ('persona', 'unknown') AS ceiling_applies,
    b.v > 0 AND b.weeks >= t.ceiling_weeks AND b.most_returns IS NOT NULL
        AND b.c <= b.most_returns AS by_attention
FROM bound AS b CROSS JOIN threshold AS t
