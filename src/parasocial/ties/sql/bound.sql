-- The share of turns that are ego's: theta = pi * phi / (1 - phi + pi * phi), phi the share among
-- those that can be seen. Low ends take every hidden return as given, k for each act, high ends
-- none. c is the most that can have come back while ego watched.
SELECT e.*, m.most AS most_returns,
    e.y + t.k * e.hidden_acts AS y_most, e.back_seen + t.k * e.back_hidden AS c,
    e.pi_low * lo.q05 / (1 - lo.q05 + e.pi_low * lo.q05) AS share_low,
    e.pi_high * hi.q95 / (1 - hi.q95 + e.pi_high * hi.q95) AS share_high,
    e.pi_low * lo.q50 / (1 - lo.q50 + e.pi_low * lo.q50) AS middle_low,
    e.pi_high * hi.q50 / (1 - hi.q50 + e.pi_high * hi.q50) AS middle_high
FROM evidence AS e CROSS JOIN threshold AS t
JOIN beta_bound AS lo ON lo.given = e.x AND lo.returned = e.y + t.k * e.hidden_acts
JOIN beta_bound AS hi ON hi.given = e.x AND hi.returned = e.y
LEFT JOIN most_returned AS m ON m.sessions = e.v
