package org.durumi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What many do at once for a while, each without a pause, and how long each time took. */
final class Load {
    private Load() {}

    /** Something that is done again and again; returns how many bytes it brought. */
    @FunctionalInterface
    interface Step {
        int take() throws Exception;
    }

    /**
     * @param perSecond how often it was done in a second, by all together
     * @param bytes on average
     */
    record Figures(double perSecond, double p50Millis, double p95Millis, long bytes) {}

    /** @throws IllegalStateException if one of the steps fails */
    static Figures of(List<Step> workers, Duration howLong) {
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            long begin = System.nanoTime();
            long end = begin + howLong.toNanos();
            List<Future<Taken>> running = new ArrayList<>();
            for (Step worker : workers) {
                running.add(threads.submit(() -> repeat(worker, end)));
            }
            long bytes = 0;
            List<long[]> times = new ArrayList<>();
            for (Future<Taken> each : running) {
                bytes += each.get().bytes();
                times.add(each.get().nanos());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Figures(
                    all.length / seconds,
                    all[all.length / 2] / 1e6,
                    all[(int) (all.length * 0.95)] / 1e6,
                    bytes / all.length);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private record Taken(long[] nanos, long bytes) {}

    private static Taken repeat(Step step, long end) throws Exception {
        long[] nanos = new long[1024];
        int count = 0;
        long bytes = 0;
        while (System.nanoTime() < end || count == 0) {
            long before = System.nanoTime();
            bytes += step.take();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = System.nanoTime() - before;
        }
        return new Taken(Arrays.copyOf(nanos, count), bytes);
    }
}
