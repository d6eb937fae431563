package eu.rempart.db.sealed;

/**
 * A column that holds ciphertext. Table and column name are bound into every ciphertext, so that a
 * value moved elsewhere doesn't open; history and archive tables use the live table's name.
 *
 * @param table the live table, such as {@code contact}
 * @param column its column, such as {@code last_name}
 * @param type what it opens to
 */
public record SealedColumn<T>(String table, String column, SealedType<T> type) {}
