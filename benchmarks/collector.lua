-- Saves as a form sends them: one person after the other, twelve saves each, all answers in each.
local count = 0
local body, prefix

function setup(thread)
  thread:set("number", threads)
  threads = (threads or 0) + 1
end

function init(args)
  local file = io.open(args[1])
  body = file:read("*a")
  file:close()
  prefix = string.format("%s%04x", args[2], number or 0)
end

function request()
  local person, seq = math.floor(count / 12), count % 12
  count = count + 1
  local path = string.format("/r/%s%016x/%d", prefix, person, seq)
  return wrk.format("PUT", path, { ["Content-Type"] = "application/json" }, body)
end

local refused = 0
function response(status)
  if status ~= 201 then refused = refused + 1 end
  wrk.thread:set("refused", refused)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    "RESULT %d %.3f %.1f %.1f %.1f %d\n", summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
