package eu.rempart.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What jOOQ's generator does not write: openers, writers, and the tables whose history is kept. */
final class OwnSources {

  private OwnSources() {}

  /**
   * Writes them beside jOOQ's classes.
   *
   * @throws SchemaException if a history or archive has drifted from its table
   */
  static void write(Connection connection, Path output) throws SQLException, IOException {
    Schema schema = Schema.read(connection);
    Triples.check(schema);
    Path folder = output.resolve(Generate.PACKAGE.replace('.', '/'));
    Files.createDirectories(folder);
    for (Map.Entry<String, List<Column>> table : schema.tables().entrySet()) {
      String name = table.getKey();
      List<Column> columns = table.getValue();
      boolean kept = schema.kept().contains(name);
      if (schema.isTwin(name) || (!kept && columns.stream().allMatch(c -> c.sealed() == null))) {
        continue;
      }
      String className = Column.className(name);
      write(folder, className + "Sealed", SealedSource.of(name, columns));
      write(folder, "Opened" + className, OpenedSource.of(name, columns));
      write(folder, className + "Writer", WriterSource.of(name, columns, kept));
    }
    write(folder, "KeptTables", KeptTablesSource.of(schema));
  }

  private static void write(Path folder, String className, String source) throws IOException {
    Files.writeString(folder.resolve(className + ".java"), source);
  }
}
