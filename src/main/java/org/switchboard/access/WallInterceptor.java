package org.switchboard.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Puts each call of a {@link Walled} class behind the wall of its reader; inside the transaction that it runs in. */
@Walled
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class WallInterceptor {

    private final Wall wall;

    WallInterceptor(Wall wall) {
        this.wall = wall;
    }

    @AroundInvoke
    @Nullable
    Object behindTheWall(InvocationContext call) throws Exception {
        Object[] parameters = call.getParameters();
        Reader reader = parameters.length == 0 ? null : reader(parameters[0]);
        if (reader == null) {
            return call.proceed();
        }
        Reader outer = wall.enter(reader);
        try {
            return call.proceed();
        } finally {
            wall.leave(reader, outer);
        }
    }

    private static @Nullable Reader reader(Object first) {
        if (first instanceof Person person) {
            return Reader.of(person);
        }
        return first instanceof Reader reader ? reader : null;
    }
}
