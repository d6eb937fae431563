package eu.rempart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import eu.rempart.db.DatabaseUnusableException;
import eu.rempart.home.HomeInUseException;
import eu.rempart.kernel.place.AllowedCountries;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.kernel.place.PlaceRules;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class StartFailureAnalyzerTest {

  private final FailureAnalyzer analyzer = new StartFailureAnalyzer();

  @Test
  void aHomeInUseIsExplainedHoweverDeepItLies() {
    Throwable failure =
        new IllegalStateException(
            "context", new RuntimeException("bean", new HomeInUseException(Path.of("/data"))));

    assertThat(analyzer.analyze(failure))
        .asInstanceOf(type(FailureAnalysis.class))
        .satisfies(
            analysis -> {
              assertThat(analysis.getDescription()).contains("/data is in use");
              assertThat(analysis.getAction()).contains("--home");
            });
  }

  @Test
  void databaseThatCannotBeUsedIsExplainedWithItsOwnAdvice() {
    assertThat(analyzer.analyze(new DatabaseUnusableException("too old", "take another")))
        .asInstanceOf(type(FailureAnalysis.class))
        .satisfies(
            analysis -> {
              assertThat(analysis.getDescription()).isEqualTo("too old");
              assertThat(analysis.getAction()).isEqualTo("take another");
            });
    assertThat(analyzer.analyze(new DatabaseUnusableException("too old")))
        .asInstanceOf(type(FailureAnalysis.class))
        .satisfies(analysis -> assertThat(analysis.getAction()).contains("rempart.database"));
  }

  @Test
  void placeThatIsNotAllowedIsNamedWithItsSetting() {
    DataPlace mail = new DataPlace(PlaceKind.MAIL, "mail.example", "US", "rempart.mail.country");
    PlaceRules europe = new PlaceRules(AllowedCountries.EUROPE, false, false);
    PlaceNotAllowedException refused =
        catchThrowableOfType(PlaceNotAllowedException.class, () -> europe.require(mail));

    assertThat(analyzer.analyze(new IllegalStateException(new UncheckedIOException(refused))))
        .asInstanceOf(type(FailureAnalysis.class))
        .satisfies(
            analysis -> {
              assertThat(analysis.getDescription())
                  .contains("mail.example", "US", "DE, ", "(place-not-allowed)");
              assertThat(analysis.getAction()).contains("rempart.places.allowed");
            });
    DataPlace undeclared =
        new DataPlace(PlaceKind.MAIL, "mail.example", "", "rempart.mail.country");
    assertThat(
            catchThrowableOfType(PlaceNotAllowedException.class, () -> europe.require(undeclared))
                .advice())
        .contains("rempart.mail.country");
  }

  @Test
  void whatIsNotExpectedKeepsItsStackTrace() {
    assertThat(analyzer.analyze(new IllegalStateException("a bug"))).isNull();
  }

  @Test
  void springFindsIt() {
    // Spring's own analyzers want a bean factory and fail here; they are passed over.
    FailureHandler passOver = FailureHandler.handleMessage((message, failure) -> {});
    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, passOver))
        .hasAtLeastOneElementOfType(StartFailureAnalyzer.class);
  }
}
