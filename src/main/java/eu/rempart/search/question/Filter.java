package eu.rempart.search.question;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition on records: a tree of AND, OR and NOT over conditions on fields. Prints no values.
 */
public sealed interface Filter {

  Filter EVERYTHING = new And(List.of());

  static Filter everything() {
    return EVERYTHING;
  }

  static <T> Filter is(SearchField<T> field, T value) {
    return in(field, Set.of(value));
  }

  /** One of the record's values is one of these; no value at all matches nothing. */
  static <T> Filter in(SearchField<T> field, Collection<? extends T> values) {
    return new In<>(field, Set.copyOf(values));
  }

  /**
   * From and to are both included; null leaves that end open. For sorted numbers, dates and
   * instants.
   */
  static <T> Filter between(SearchField<T> field, @Nullable T from, @Nullable T to) {
    return new Between<>(field, from, to);
  }

  /** The whole value begins so, accents and case aside. For filtered texts and keywords. */
  static Filter startsWith(SearchField<String> field, String prefix) {
    return new StartsWith(field, prefix);
  }

  /** The value has this in it, accents and case aside. For filtered texts and keywords. */
  static Filter contains(SearchField<String> field, String part) {
    return new Contains(field, part);
  }

  /** The record has a value there. */
  static Filter present(SearchField<?> field) {
    return new Present(field);
  }

  static Filter and(Filter... all) {
    return new And(List.of(all));
  }

  static Filter or(Filter... any) {
    return new Or(List.of(any));
  }

  static Filter not(Filter filter) {
    return new Not(filter);
  }

  record In<T>(SearchField<T> field, Set<T> values) implements Filter {
    @Override
    public String toString() {
      return field.name() + " in " + values.size() + " values";
    }
  }

  record Between<T>(SearchField<T> field, @Nullable T from, @Nullable T to) implements Filter {
    @Override
    public String toString() {
      return field.name() + " between";
    }
  }

  record StartsWith(SearchField<String> field, String prefix) implements Filter {
    @Override
    public String toString() {
      return field.name() + " starts with";
    }
  }

  record Contains(SearchField<String> field, String part) implements Filter {
    @Override
    public String toString() {
      return field.name() + " contains";
    }
  }

  record Present(SearchField<?> field) implements Filter {}

  record And(List<Filter> all) implements Filter {
    public And {
      all = List.copyOf(all);
    }
  }

  /** Without alternatives it matches nothing. */
  record Or(List<Filter> any) implements Filter {
    public Or {
      any = List.copyOf(any);
    }
  }

  record Not(Filter filter) implements Filter {}
}
