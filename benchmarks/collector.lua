-- Saves as a form sends them: one person after the other, twelve saves each, all answers in each.
local count = 0
local head, tail

function setup(thread)
  thread:set("number", threads)
  threads = (threads or 0) + 1
end

-- Everything but the path is made once: what the load costs, the collector does not get.
function init(args)
  local file = io.open(args[1])
  local body = file:read("*a")
  file:close()
  local prefix = string.format("/r/%s%04x", args[2], number or 0)
  local whole = wrk.format("PUT", "/PATH", { ["Content-Type"] = "application/json" }, body)
  local from, to = whole:find("/PATH", 1, true)
  head, tail = whole:sub(1, from - 1) .. prefix, whole:sub(to + 1)
end

function request()
  local person, seq = math.floor(count / 12), count % 12
  count = count + 1
  return head .. string.format("%016x/%d", person, seq) .. tail
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    "RESULT %d %.3f %.1f %.1f %.1f %d\n", summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
