package eu.rempart.alert.incident;

import eu.rempart.alert.channel.Severity;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every page of those who look after it says.
 *
 * @param open how many nobody takes care of yet, those to know of not counted
 * @param acknowledged how many somebody takes care of
 * @param worst of those that nobody takes care of; null if there is none
 * @param newest which of them came last; null if there is none
 * @param title what the worst one is, for the language of whoever asks
 */
public record OpenAlarms(
    int open,
    int acknowledged,
    @Nullable Severity worst,
    @Nullable UUID newest,
    Optional<Incident> title) {}
