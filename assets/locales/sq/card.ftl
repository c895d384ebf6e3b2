pane-card = Kartela e pacientit
card-close = Mbyll kartelën
card-nobody = { $channel }, në asnjë kartelë
card-unknown = Ende askush s’ka thënë kush është.
patient-since = pacient që nga { $year }
patient-born = { $date }, { $age } vjeç · { $since }
patient-name = Emri
patient-birth-date = Data e lindjes
patient-language = Gjuha
patient-language-unknown = E panjohur
patient-note = Shënim recepsioni
patient-note-none = Asnjë
patient-edit = Ndrysho
patient-create = Krijo kartelë pacienti
reaches-us-by = Na shkruan përmes
identity-first = Kartela u krijua nga kjo, { $day }
identity-linked-by = Lidhur nga { $by }, { $day }. Mund të zgjidhet.
identity-linked = Lidhur, { $day }. Mund të zgjidhet.
identity-unlinked = Pa u lidhur me askënd
identity-last-wrote = Shkroi së fundi { $time }
identity-opted-out = Nuk do mesazhe
identity-unlink = Zgjidh
identity-open = Hap bisedën me { $address }
who-could-it-be = Kush mund të jetë
could-also-be = Mund të jetë edhe
could-be-same-number = I njëjti numër te { $channel }
could-be-same-name = I njëjti emër te { $channel }
link-to = Lidhe me { $name }
link-promise = Asgjë nuk lidhet para se ta shtypni, dhe lidhja mund të zgjidhet.
linked = U lidh me { $name }.
unlinked = Lidhja u zgjidh.
calls = Thirrjet
calls-recent = { $n ->
    [one] 1 thirrje me këtë numër
   *[other] { $n } thirrje me këtë numër
}
