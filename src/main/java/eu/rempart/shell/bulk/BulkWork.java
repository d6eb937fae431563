package eu.rempart.shell.bulk;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change of many records.
 *
 * @param kind name of their table
 * @param what {@code assign}, {@code tag}, {@code untag}, {@code archive} or {@code edit}
 * @param field the column of an edit; null for others
 * @param total how many records, as far as is known
 * @param ids the records in batches of some hundred; asked for once, on another thread
 * @param step changes one batch and answers how many of it
 * @param seen lets searches see these, after the commit
 */
public record BulkWork(
    String kind,
    String what,
    @Nullable String field,
    int total,
    Supplier<Stream<List<UUID>>> ids,
    ToIntFunction<List<UUID>> step,
    Consumer<List<UUID>> seen) {}
