"""Counts what the processes of one pvgl hold: descriptors, maps, private memory; and says whether it stays flat."""
import os
import statistics

# What may be more at the end than after the warm-up, in all processes together. One thing lost in each of a hundred rounds is well above.
ALLOWED = {'processes': 0, 'fds': 4, 'maps': 12, 'anon_kib': 8192}


def children(pid):
    """`pid` and everything below it, by /proc."""
    parents = {}
    for name in os.listdir('/proc'):
        if not name.isdigit():
            continue
        try:
            with open('/proc/%s/stat' % name) as f:
                parents[int(name)] = int(f.read().rsplit(')', 1)[1].split()[1])
        except OSError:
            pass
    found = [pid]
    for p in found:
        found += [c for c, parent in parents.items() if parent == p]
    return found


def role(pid):
    with open('/proc/%d/comm' % pid) as f:
        return f.read().strip()


def niceness(pid):
    """Of each thread."""
    found = []
    for task in os.listdir('/proc/%d/task' % pid):
        with open('/proc/%d/task/%s/stat' % (pid, task)) as f:
            found.append(int(f.read().rsplit(')', 1)[1].split()[16]))
    return found


def count(pid):
    with open('/proc/%d/maps' % pid) as f:
        maps = sum(1 for _ in f)
    status = {}
    with open('/proc/%d/status' % pid) as f:
        for line in f:
            name, _, rest = line.partition(':')
            if name.startswith('Rss') or name == 'VmRSS':
                status[name] = int(rest.split()[0])
    # Guest RAM that was looked at counts as shared memory of the renderer and grows up to the guest's RAM; what we keep is private.
    return {'processes': 1, 'fds': len(os.listdir('/proc/%d/fd' % pid)), 'maps': maps, 'anon_kib': status['RssAnon'], 'rss_kib': status['VmRSS']}


def sample(pid):
    """{role: counts} of the process tree."""
    found = {}
    for p in children(pid):
        try:
            counts, name = count(p), role(p)
        except (OSError, KeyError):
            continue  # it has just ended
        have = found.setdefault(name, dict.fromkeys(counts, 0))
        for key, value in counts.items():
            have[key] += value
    return found


def total(one, key):
    return sum(counts[key] for counts in one.values())


class Census:
    """Samples after each round. The first `warm_up` do not count: caches fill, workers start, shaders are translated."""
    def __init__(self, pid, warm_up):
        self.pid, self.warm_up, self.samples = pid, warm_up, []

    def take(self):
        self.samples.append(sample(self.pid))

    def quarters(self, key, name=None):
        values = [total(s, key) if name is None else s.get(name, {}).get(key, 0) for s in self.samples[self.warm_up:]]
        quarter = max(1, len(values) // 4)
        return statistics.median(values[:quarter]), statistics.median(values[-quarter:])

    def findings(self):
        """Sentences about what is not flat: medians of the last and of the first quarter."""
        told = []
        for key, allowed in ALLOWED.items():
            first, last = self.quarters(key)
            if last > first + allowed:
                told.append('%s grew from %g to %g in %d rounds (allowed: %d more): %s' % (
                    key, first, last, len(self.samples), allowed, self.report()))
        return told

    def report(self):
        parts = []
        for name in sorted(set().union(*self.samples[self.warm_up:])):
            values = ', '.join('%s %g -> %g' % ((key,) + self.quarters(key, name)) for key in ('fds', 'maps', 'anon_kib', 'rss_kib'))
            parts.append('%s: %s' % (name, values))
        return '%d rounds; ' % len(self.samples) + '; '.join(parts)
