package fr.corpus.recipe;

import fr.corpus.filter.DecontaminationFilter;
import fr.corpus.filter.ShieldCertificate;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.step.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A plan as canonical JSON: the identity of a recipe, with every default, in the keys of recipes, and nothing that depends
 * on the machine. Format: {@code docs/formats/recipe.md}.
 */
final class CanonicalRecipe {

    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

    private CanonicalRecipe() {}

    static byte[] of(RecipePlan plan) {
        Recipe recipe = plan.recipe();
        Map<String, Object> json = new TreeMap<>();
        json.put("recipe", 1L);
        json.put("name", recipe.name());
        json.put("seed", recipe.seed());
        json.put("language", recipe.languages());
        json.put("sources", plan.sources().stream().map(CanonicalRecipe::source).toList());
        json.put("steps", shared(plan));
        json.put(
                "output",
                Map.of(
                        "shard-bytes",
                        recipe.output().shardBytes(),
                        "compression",
                        recipe.output().compression(),
                        "keys",
                        recipe.output().keys()));
        return CanonicalJson.of(json);
    }

    private static Map<String, Object> source(SourcePlan plan) {
        RecipeSource source = plan.source();
        Map<String, Object> json = new TreeMap<>();
        json.put("id", source.id());
        json.put("format", source.format());
        json.put("reader", plan.reader().version());
        json.put("paths", source.paths().stream().map(CanonicalRecipe::path).toList());
        source.license().ifPresent(license -> json.put("license", license.value()));
        source.licenseField().ifPresent(field -> json.put("license-field", field));
        json.put("profile", source.profile());
        json.put("tokenizer", plan.tokenizer().version());
        json.put("fields", source.fields());
        source.encoding().ifPresent(encoding -> json.put("encoding", encoding));
        json.put("max-malformed-per-million", source.maxMalformedPerMillion());
        json.put("steps", steps(plan));
        return json;
    }

    /** Of a model what it is, wherever its file stood. */
    private static List<Map<String, Object>> shared(RecipePlan plan) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (ResolvedStep step : plan.sharedSteps()) {
            Map<String, Object> json = step(step);
            plan.annotators().stream()
                    .filter(annotator -> annotator.id().equals(step.id()) && json.remove("model") != null)
                    .forEach(annotator -> {
                        json.remove("model-license");
                        Map<String, Object> models = new TreeMap<>();
                        annotator.models().forEach((kind, model) -> models.put(kind, model.toMap()));
                        json.put("models", models);
                    });
            steps.add(json);
        }
        return steps;
    }

    private static List<Map<String, Object>> steps(SourcePlan plan) {
        Iterator<DecontaminationFilter> shields = plan.filters().stream()
                .filter(DecontaminationFilter.class::isInstance)
                .map(DecontaminationFilter.class::cast)
                .iterator();
        List<Map<String, Object>> steps = new ArrayList<>();
        for (ResolvedStep step : plan.steps()) {
            Map<String, Object> json = step(step);
            if (step.id().equals(DecontaminationFilter.ID)) {
                json.remove(DecontaminationFilter.PACKS.name());
                json.remove(DecontaminationFilter.ITEMS.name());
                json.put("shield", shield(shields.next().certificate()));
            }
            steps.add(json);
        }
        return steps;
    }

    /** What is shielded by name and digest, wherever it stood. */
    private static List<Map<String, Object>> shield(ShieldCertificate certificate) {
        List<Map<String, Object>> owners = new ArrayList<>();
        for (ShieldCertificate.Owner owner : certificate.owners()) {
            Map<String, Object> json = new TreeMap<>();
            json.put(owner.isPack() ? "pack" : "file", owner.name());
            json.put("sha256", owner.digest().hex());
            if (!owner.data().isEmpty()) {
                json.put("data", owner.data().stream().map(Digest::hex).toList());
            }
            json.put("items", owner.items());
            json.put("shielded", owner.shielded());
            json.put("texts-too-short", owner.tooShort());
            owners.add(json);
        }
        return owners;
    }

    private static Map<String, Object> step(ResolvedStep step) {
        Settings settings = step.settings();
        Map<String, Object> json = new TreeMap<>(settings.values());
        json.put("use", step.id().toString());
        return json;
    }

    /** An absolute pattern counts from its last folder without wildcard on, as the names of files do. */
    private static String path(String pattern) {
        if (!pattern.startsWith("/")) {
            return pattern;
        }
        List<String> segments = new ArrayList<>(Arrays.asList(pattern.split("/")));
        int first = 0;
        while (first < segments.size() - 1
                && !WILDCARD.matcher(segments.get(first)).find()) {
            first++;
        }
        return String.join("/", segments.subList(first, segments.size()));
    }
}
