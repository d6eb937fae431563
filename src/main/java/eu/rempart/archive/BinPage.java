package eu.rempart.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the bin, newest first.
 *
 * @param next where the next page begins; null when this is the last
 */
public record BinPage(List<BinEntry> entries, @Nullable BinKey next) {}
