-- The rows that count.
SELECT j.actor_id, j.target_id, c.channel, c.role, c.code, j.us
FROM judged AS j JOIN kind AS c ON c.code = j.code WHERE j.why = 0
