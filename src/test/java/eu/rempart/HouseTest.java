package eu.rempart;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.RouteRulesTest;
import eu.rempart.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * All tests that look at every class of the product, in one process: each process would read the
 * classes anew. Surefire runs this one in their place ({@code src/pom.xml} leaves them out by
 * name); by their own names they run alone.
 */
class HouseTest {

  private static final Pattern LEFT_OUT =
      Pattern.compile("<exclude>\\*\\*/(\\w+)\\.java</exclude>");

  @Test
  void whatTheBuildLeavesOutRunsHere() throws IOException {
    String build = Files.readString(Shell.repository().resolve("src/pom.xml"));
    assertThat(LEFT_OUT.matcher(build).results().map(each -> each.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(HouseTest.class.getDeclaredClasses())
                .map(nested -> nested.getSuperclass().getSimpleName())
                .toList());
  }

  @Nested
  class Architecture extends ArchitectureTest {}

  @Nested
  class BorrowedElements extends BorrowedElementsTest {}

  @Nested
  class Fields extends FieldArchitectureTest {}

  @Nested
  class FreshProofs extends FreshProofTest {}

  @Nested
  class InnerRooms extends InnerRoomArchitectureTest {}

  @Nested
  class Keyboard extends KeyboardArchitectureTest {}

  @Nested
  class Libraries extends LibraryArchitectureTest {}

  @Nested
  class Routes extends RouteRulesTest {}

  @Nested
  class ServiceAccess extends ServiceAccessTest {}
}
