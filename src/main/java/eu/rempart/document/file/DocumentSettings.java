package eu.rempart.document.file;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxSize largest file that is taken, 1 byte to 64 GB
 * @param unfinished after this long an upload that nobody goes on with vanishes
 */
@ConfigurationProperties("rempart.document")
record DocumentSettings(
    @DefaultValue("2GB") DataSize maxSize, @DefaultValue("24h") Duration unfinished) {}
