package org.durumi.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.durumi.kernel.RuleViolation;
import org.junit.jupiter.api.Test;

class PrintQueueTest {
    private final PrintQueue queue = new PrintQueue();

    @Test
    void one_prints_at_a_time() throws Exception {
        AtomicInteger printing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService people = Executors.newFixedThreadPool(10)) {
            List<Future<Integer>> printed = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                printed.add(people.submit(() -> queue.inTurn(() -> {
                    most.accumulateAndGet(printing.incrementAndGet(), Math::max);
                    return printing.decrementAndGet();
                })));
            }
            for (Future<Integer> each : printed) {
                assertEquals(0, each.get());
            }
        }
        assertEquals(1, most.get());
    }

    @Test
    void whoever_comes_when_twelve_wait_is_told_so_and_a_failure_keeps_nobody_waiting() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService people = Executors.newFixedThreadPool(13)) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < 13; i++) {
                asked.add(people.submit(() -> queue.inTurn(() -> {
                    await(done);
                    throw new IllegalStateException("broken");
                })));
            }
            while (queue.waiting() < 12) {
                Thread.onSpinWait();
            }
            RuleViolation full = assertThrows(RuleViolation.class, () -> queue.inTurn(() -> 1));
            assertEquals("summary.queue", full.messageKey());
            done.countDown();
            for (Future<Integer> each : asked) {
                assertThrows(java.util.concurrent.ExecutionException.class, each::get);
            }
        }
        assertEquals(1, queue.inTurn(() -> 1));
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
