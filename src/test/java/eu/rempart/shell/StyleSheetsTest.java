package eu.rempart.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class StyleSheetsTest {

  @Test
  void everyStyleSheetOfTheFirstPageIsPackaged() {
    assertThat(AppShell.class.getAnnotationsByType(StyleSheet.class)).hasSizeGreaterThan(4);
    assertThat(Arrays.stream(AppShell.class.getAnnotationsByType(StyleSheet.class)))
        .extracting(StyleSheet::value)
        .allMatch(sheet -> new ClassPathResource("META-INF/resources/" + sheet).exists());
  }
}
