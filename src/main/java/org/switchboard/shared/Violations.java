package org.switchboard.shared;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Reads what a validator found as {@link Violation}s, ordered by place. */
public final class Violations {

    private Violations() {}

    /** Of the validation of one bean: places are pointers from its root. */
    public static <T> List<Violation> ofBean(Collection<ConstraintViolation<T>> found) {
        return found.stream()
                .map(Violations::violation)
                .sorted(Comparator.comparing(Violation::pointer))
                .toList();
    }

    /** Of the validation of a resource method's parameters: places are pointers into the body. */
    public static List<Violation> ofParameters(Collection<ConstraintViolation<?>> found) {
        return found.stream()
                .map(Violations::violation)
                .sorted(Comparator.comparing(Violation::pointer))
                .toList();
    }

    private static Violation violation(ConstraintViolation<?> found) {
        String code =
                found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return new Violation(pointer(found.getPropertyPath()), code, found.getMessage());
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() != ElementKind.PROPERTY && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
