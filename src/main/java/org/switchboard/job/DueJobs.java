package org.switchboard.job;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.switchboard.shared.DatabaseAway;

/** Takes what is due, the most urgent first, so that no other process gets it, and of no task more than there is room for. */
final class DueJobs extends PostgreSqlJdbcCustomization {

    private static final Logger LOG = Logger.getLogger(DueJobs.class);

    private static final String TAKE = """
            with due as materialized (
                select task_name, task_instance from scheduled_tasks
                where not picked and execution_time <= ? and task_name = any(?)
                order by priority desc, execution_time
                for update skip locked limit ?),
            taken as (
                update scheduled_tasks t set picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
                from due where t.task_name = due.task_name and t.task_instance = due.task_instance
                returning t.*)
            select * from taken order by priority desc, execution_time
            """;

    private final Room room;
    private final JobClock clock;

    DueJobs(Room room, JobClock clock) {
        super(false, false);
        this.room = room;
        this.clock = clock;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean byPriority) {
        List<Execution> taken = new ArrayList<>();
        for (Room.Share share : room.shares()) {
            int most = Math.min(share.left(), limit - taken.size());
            if (most > 0 && !share.tasks().isEmpty()) {
                taken.addAll(taken(context, share, now, most));
            }
        }
        return taken;
    }

    private List<Execution> taken(JdbcTaskRepositoryContext context, Room.Share share, Instant now, int most) {
        try {
            List<Execution> taken = context.jdbcRunner.query(
                    TAKE,
                    statement -> {
                        setInstant(statement, 1, now);
                        statement.setArray(2, names(statement, share));
                        statement.setInt(3, most);
                        statement.setString(4, context.schedulerName.getName());
                        setInstant(statement, 5, clock.heartbeat());
                    },
                    context.resultSetMapper.get());
            share.take(taken.size());
            return taken;
        } catch (RuntimeException failure) {
            if (!DatabaseAway.isReasonOf(failure)) {
                throw failure;
            }
            LOG.debug("The database is away; what is due waits.", failure);
            return List.of();
        }
    }

    private static Array names(PreparedStatement statement, Room.Share share) throws java.sql.SQLException {
        return statement.getConnection().createArrayOf("text", share.tasks().toArray());
    }
}
