package eu.rempart.exchange.run;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code rempart.import.*}.
 *
 * @param maxSize largest file that is taken; browsers send up to 2 GB
 */
@ConfigurationProperties("rempart.import")
public record ImportSettings(@DefaultValue("2GB") DataSize maxSize) {}
