package eu.rempart.bench;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A person who does not exist.
 *
 * @param country FR, DE, BE or RO
 * @param phone E.164
 */
public record SyntheticPerson(
    String country,
    String firstName,
    String lastName,
    String email,
    String phone,
    String company,
    String jobTitle,
    String city,
    LocalDate birthday,
    Instant created) {}
