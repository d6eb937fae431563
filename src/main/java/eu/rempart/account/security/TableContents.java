package eu.rempart.account.security;

import java.util.List;

/**
 * What a dump of the database reveals of a table, by the types of its columns.
 *
 * @param name of the table; its history and archive have the same columns
 * @param sealed columns whose values only the organisation's key opens
 * @param keys columns of bytes: wrapped keys, digests, sealed pieces of files
 * @param clear columns that anybody can read who has the dump
 */
public record TableContents(
    String name, List<String> sealed, List<String> keys, List<String> clear) {

  /** Copies. */
  public TableContents {
    sealed = List.copyOf(sealed);
    keys = List.copyOf(keys);
    clear = List.copyOf(clear);
  }
}
