package eu.rempart.codegen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/**
 * {@code Generate MIGRATIONS OUTPUT}: applies the migrations in the folder MIGRATIONS to an empty
 * PostgreSQL of its own and writes Java sources below OUTPUT. Does nothing when neither the
 * migrations nor this program changed since the last time.
 */
public final class Generate {

  static final String PACKAGE = "eu.rempart.db.generated";

  private Generate() {}

  public static void main(String[] args) throws Exception {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "expected MIGRATIONS and OUTPUT, got %d arguments".formatted(args.length));
    }
    Path migrations = Path.of(args[0]).toAbsolutePath();
    Path output = Path.of(args[1]).toAbsolutePath();
    Stamp stamp = Stamp.of(migrations);
    if (stamp.isIn(output)) {
      return;
    }
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start()) {
      Flyway.configure(Generate.class.getClassLoader())
          .dataSource(postgres.getPostgresDatabase())
          .locations("filesystem:" + migrations)
          .load()
          .migrate();
      try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
        generate(connection, output);
        OwnSources.write(connection, output);
      }
    }
    Files.createDirectories(output);
    stamp.writeTo(output);
  }

  private static void generate(Connection connection, Path output) throws Exception {
    GenerationTool tool = new GenerationTool();
    tool.setConnection(connection);
    tool.run(
        new Configuration()
            .withJdbc(new Jdbc())
            .withGenerator(
                new Generator()
                    .withStrategy(new Strategy().withName(FlatStrategy.class.getName()))
                    .withDatabase(
                        new Database()
                            .withName("org.jooq.meta.postgres.PostgresDatabase")
                            .withSchemata(
                                new SchemaMappingType().withInputSchema("public"),
                                new SchemaMappingType().withInputSchema("rempart"))
                            .withIncludes(".*")
                            .withExcludes(
                                "flyway_schema_history|.*_history_([0-9_]+|default)|watch_result_.*|make_watch_partitions|.*_before_(insert|update|delete)|.*_notify|keep_history|write_triggers|make_history_partition|columns_of|refuse_.*"))
                    .withGenerate(
                        new org.jooq.meta.jaxb.Generate()
                            .withJavaTimeTypes(true)
                            .withPojos(false)
                            .withDaos(false)
                            .withGeneratedAnnotation(false))
                    .withTarget(
                        new Target()
                            .withPackageName(PACKAGE)
                            .withDirectory(output.toString())
                            .withEncoding("UTF-8")
                            .withClean(true))));
  }
}
