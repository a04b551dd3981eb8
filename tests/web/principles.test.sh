#!/usr/bin/env bash
# The page of a principle, and what other pages say of principles.
#
#     tests/web/principles.test.sh BINARIES INDEX LIBRARY    see client.sh
set -u

. "$(dirname "$0")/client.sh"
nbsp=$'\u00a0'

principles() {
  promise 'a principle has a page' answers 200 /principle/digest:2006/581
  promise 'in the language of the reader' is_page_in en
  promise 'with the principle in all languages' eval \
    'body_has "La grève ne peut" && body_has "La huelga solo puede" && body_has "A strike may be forbidden"'
  promise 'the paragraphs that applied it' body_has 'href="/paragraph/394/87/en"'
  promise 'and those that are not there' body_has '338th Report, Case'"$nbsp"'No.'"$nbsp"'9960 (Gondal), para.'"$nbsp"'451'
  promise 'its pages are pages of itself' eval \
    'answers 200 "/principle/digest:2006/581?n=2&page=2" && body_has "href=\"/principle/digest%3A2006/581?n=2&amp;page=3\""'
  promise 'in any order' eval \
    'answers 200 "/principle/digest:2006/581?sort=oldest" && grep -o "href=\"/paragraph/[0-9]*/[0-9]*/en" "$scratch/body" | head -n 1 | grep -q /208/133/ && body_has "href=\"/principle/digest%3A2006/581?sort=report\""'
  promise 'and of one country' eval \
    'answers 200 "/principle/digest:2006/581?country=BY" && body_has "href=\"/paragraph/394/87/en\"" && body_lacks "href=\"/paragraph/325/143" && body_has "Remove the filter Belarus"'
  promise 'but not by case text' eval 'answers 400 "/principle/digest:2006/581?by=case&ui=fr" && body_has "Ici, les paragraphes sont énumérés un par un." && answers 400 "/cites/306/123?by=case"'
  promise 'in French' eval 'answers 200 "/principle/principle:4d215b5e?ui=fr" && is_page_in fr && body_has "Compilation des décisions"'
  promise 'with the box at its head' eval 'get /principle/digest:2006/581 && counts 1 "//main/*[1][self::form and count(//form) = 1]"'
  promise 'as JSON it is what the command says' same_as_command '/principle/digest:2006/581?format=json' --principle digest:2006/581
  promise 'one that is not there is 404' answers 404 /principle/digest:2006/999
  promise 'and no page leads there' eval 'answers 404 /similar/digest:2006/999 && body_lacks /principle/digest'
  promise 'who cites it by its number leads to what applied it' eval \
    'answers 200 /cites/digest:2006/581 && body_has "<a href=\"/principle/digest%3A2006/581\">Paragraphs that applied it</a>"'
  promise 'so is what can be none' answers 404 /principle/394/83
  promise 'and hostile ones' eval 'answers 404 "/principle/%3Cscript%3E" && is_well_formed && has_nothing_active'
  promise 'a search shows the principles that answer it' eval \
    'answers 200 "/?q=hospital+strike" && is_well_formed && body_has "href=\"/principle/digest%3A2006/585\""'
  promise 'a paragraph those that it applied' eval \
    'answers 200 /paragraph/394/84 && is_well_formed && body_has "Principles applied in this paragraph" && body_has "href=\"/principle/principle%3A4d215b5e\""'
  promise 'and who complained' eval 'body_has "Confederation of Workers of Belarus (CWB)"'
  promise 'and the one that it cites by its number, though no text is found' eval \
    'answers 200 "/?q=Digest+2006,+para.+581" && is_well_formed && body_has "<h1>No case text</h1>" && body_has "href=\"/principle/digest%3A2006/581\""'
  for page in "en:No text in this index cites it by its number." "fr:Aucun texte de cet index ne le cite par son numéro." "es:Ningún texto de este índice lo cita por su número."; do
    promise "and that none cites it, rather than to try other words (${page%%:*})" eval 'answers 200 "/?q=Digest+2006,+para.+581&ui=${page%%:*}" && body_has "<ul class=\"hints\"><li>${page#*:}" && is_well_formed'
  done
  promise 'a case that is not there leads to what is known of it' eval 'answers 200 "/?q=Case+No.+9999" && body_has "<a href=\"/case/9999\">Not in this index: Case${nbsp}No.${nbsp}9999.</a>"'
  promise 'unless a filter may have hidden it' eval 'answers 200 "/?q=394/83&country=CH" && body_lacks "Not in this index"'
  promise 'a filter alone has none' eval 'answers 200 "/?q=country:BY" && body_lacks "/principle/"'
}

index=$library
by fastcgi: principles
finish_promises
