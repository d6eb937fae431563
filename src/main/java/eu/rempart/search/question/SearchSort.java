package eu.rempart.search.question;

/**
 * A sort column and its direction. Records without a value come last in both directions; equal ones
 * follow the kind's primary field, then their ids.
 */
public record SearchSort(SearchField<?> field, boolean descending) {

  public SearchSort {
    if (!field.sorted()) {
      throw new IllegalArgumentException("not a sort column: " + field.name());
    }
  }

  public static SearchSort ascending(SearchField<?> field) {
    return new SearchSort(field, false);
  }

  public static SearchSort descending(SearchField<?> field) {
    return new SearchSort(field, true);
  }
}
