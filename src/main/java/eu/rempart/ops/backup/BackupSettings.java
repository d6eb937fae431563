package eu.rempart.ops.backup;

import eu.rempart.ops.backup.engine.ImageScope;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code rempart.backup.*}.
 *
 * @param imageOf absolute folders that an image has; the home folder is always among them
 * @param imageWithout patterns that it has not, as {@code restic --exclude} takes them
 */
@ConfigurationProperties("rempart.backup")
record BackupSettings(
    @DefaultValue("/") List<Path> imageOf, @DefaultValue List<String> imageWithout) {

  BackupSettings {
    for (Path each : imageOf) {
      if (!each.isAbsolute()) {
        throw new IllegalArgumentException(
            "rempart.backup.image-of: \"%s\" is no absolute folder, such as /srv".formatted(each));
      }
    }
  }

  ImageScope scope() {
    return new ImageScope(imageOf, imageWithout);
  }
}
