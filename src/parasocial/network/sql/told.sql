-- One row per tie and side, as it is written. The share is that of ego's turns among the turns of
-- both, with its bounds; NULL where neither acted.
SELECT ego_id, alter_id, tie_class, basis, acts_given, acts_received, turns_given, turns_received,
    CASE WHEN x + y > 0 THEN share_low END AS share_low,
    CASE WHEN x + y > 0 THEN share_high END AS share_high,
    sessions, weeks, follows, followed_by, first_us, last_us
FROM tie
