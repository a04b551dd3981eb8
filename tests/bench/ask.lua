-- For wrk: asks for one address after the other, each that of wrk's command line with a line of the file that $CFA_ASK names behind it. Its two threads
-- begin at different places, so that none asks for what the other just had. In the end it prints the median and 99 of a hundred in milliseconds, how many
-- were answered, and how many of them wrongly or not at all.
local lines = {}
for line in io.lines(os.getenv("CFA_ASK")) do
  lines[#lines + 1] = line
end

local threads = 0
function setup(thread)
  thread:set("place", math.floor(threads * #lines / 2))
  threads = threads + 1
end

function request()
  place = place % #lines + 1
  return wrk.format("GET", wrk.path .. lines[place])
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format("said\t%.3f\t%.3f\t%d\t%d", latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests, failed))
end
