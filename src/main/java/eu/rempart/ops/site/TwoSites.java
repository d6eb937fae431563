package eu.rempart.ops.site;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this home folder belongs to two sites. */
final class TwoSites implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    String home = context.getEnvironment().getProperty("rempart.home");
    return home != null && Files.exists(SiteFolder.of(Path.of(home)).cluster());
  }
}
