package eu.rempart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole product in one process. */
@SpringBootApplication
@EnableScheduling
public class RempartApplication {

  public static void main(String[] args) {
    SpringApplication.run(RempartApplication.class, args);
  }
}
