-- The share of turns that are ego's: theta = pi * phi / (1 - phi + pi * phi), phi the share among
-- those that can be seen. Low ends take every hidden return as given, high ends none.
SELECT e.*, m.most AS most_returns,
    e.pi_low * lo.q05 / (1 - lo.q05 + e.pi_low * lo.q05) AS share_low,
    e.pi_high * hi.q95 / (1 - hi.q95 + e.pi_high * hi.q95) AS share_high,
    e.pi_low * lo.q50 / (1 - lo.q50 + e.pi_low * lo.q50) AS middle_low,
    e.pi_high * hi.q50 / (1 - hi.q50 + e.pi_high * hi.q50) AS middle_high
FROM evidence AS e
JOIN beta_bound AS lo ON lo.given = e.x AND lo.returned = e.y_most
JOIN beta_bound AS hi ON hi.given = e.x AND hi.returned = e.y
LEFT JOIN most_returned AS m ON m.sessions = e.v
