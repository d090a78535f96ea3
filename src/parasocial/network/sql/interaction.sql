-- The rows that count.
SELECT actor_id, target_id, channel, role, code, us FROM judged WHERE why = 0
