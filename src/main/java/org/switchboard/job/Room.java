package org.switchboard.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How many more jobs this process may take: of each limited task so many, of all others together so many. */
final class Room extends AbstractSchedulerListener {

    private final List<Share> shares = new ArrayList<>();

    /**
     * @param tasks all there are
     * @param others how many jobs of tasks without a limit may be under way at once
     */
    Room(Collection<Task<?>> tasks, int others) {
        for (Task<?> task : tasks) {
            if (task instanceof Limited limited) {
                shares.add(new Share(List.of(task.getName()), limited.atOnce()));
            }
        }
        shares.add(new Share(
                tasks.stream()
                        .filter(task -> !(task instanceof Limited))
                        .map(Task::getName)
                        .toList(),
                others));
    }

    /** Tasks that share a limit. */
    static final class Share {
        private final List<String> tasks;
        private final int most;
        private final AtomicInteger taken = new AtomicInteger();

        Share(List<String> tasks, int most) {
            this.tasks = tasks;
            this.most = most;
        }

        List<String> tasks() {
            return tasks;
        }

        int left() {
            return most - taken.get();
        }

        void take(int jobs) {
            taken.addAndGet(jobs);
        }
    }

    List<Share> shares() {
        return shares;
    }

    int threads() {
        return shares.stream().mapToInt(share -> share.most).sum();
    }

    @Override
    public void onExecutionComplete(ExecutionComplete done) {
        shares.stream()
                .filter(share -> share.tasks().contains(done.getExecution().getTaskName()))
                .forEach(share -> share.take(-1));
    }
}
